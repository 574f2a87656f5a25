package javax.activation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** PDFBox preflight wants this interface, which Java left out from version 11 on. */
public interface DataSource {
	InputStream getInputStream() throws IOException;

	OutputStream getOutputStream() throws IOException;

	String getContentType();

	String getName();
}
