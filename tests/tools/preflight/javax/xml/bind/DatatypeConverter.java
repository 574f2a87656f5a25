package javax.xml.bind;

import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;

/** As much of the class that Java left out from version 11 on as PDFBox preflight and xmpbox use. */
public final class DatatypeConverter {
	private DatatypeConverter() {
	}

	public static int parseInt(String text) {
		return Integer.parseInt(text.trim());
	}

	public static Calendar parseDateTime(String text) {
		String trimmed = text.trim();
		boolean zoned = trimmed.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
		return GregorianCalendar.from(OffsetDateTime.parse(zoned ? trimmed : trimmed + "Z").toZonedDateTime());
	}
}
