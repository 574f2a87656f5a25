package javax.activation;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file as DataSource, as much of it as PDFBox preflight uses. */
public class FileDataSource implements DataSource {
	private final File file;

	public FileDataSource(File file) {
		this.file = file;
	}

	public FileDataSource(String name) {
		this(new File(name));
	}

	@Override
	public InputStream getInputStream() throws IOException {
		return new FileInputStream(file);
	}

	@Override
	public OutputStream getOutputStream() throws IOException {
		return new FileOutputStream(file);
	}

	@Override
	public String getContentType() {
		return "application/octet-stream";
	}

	@Override
	public String getName() {
		return file.getName();
	}

	public File getFile() {
		return file;
	}
}
