import java.io.File;
import org.apache.pdfbox.preflight.Format;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Validates each file as PDF/A-1b with PDFBox: prints what is wrong, exits 1 if anything is. */
public final class Preflight {
	private static ValidationResult validate(String path) throws Exception {
		PreflightParser parser = new PreflightParser(new File(path));
		try {
			parser.parse(Format.PDF_A1B);
			try (PreflightDocument document = parser.getPreflightDocument()) {
				document.validate();
				return document.getResult();
			}
		} catch (SyntaxValidationException e) {
			return e.getResult();
		}
	}

	public static void main(String[] paths) throws Exception {
		boolean valid = true;
		for (String path : paths) {
			ValidationResult result = validate(path);
			System.out.println(path + ": " + (result.isValid() ? "valid PDF/A-1b" : "not PDF/A-1b"));
			for (ValidationResult.ValidationError error : result.getErrorsList())
				System.out.println("  " + error.getErrorCode() + " " + error.getDetails());
			valid &= result.isValid();
		}
		System.exit(valid ? 0 : 1);
	}
}
