/* xlsx_make ROWS FILE: a workbook of ROWS x 10 cells as an export of a region's sub kegiatan would be: codes and names that differ in each
 * row, units that repeat, money with sen, volumes, a percentage, a date. Shared strings, as Excel writes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char **argv)
{
	static const char *const UNIT[] = {"Dokumen", "Laporan", "Orang/Bulan", "Paket", "Unit"};
	if (argc != 3)
		return 2;
	lxw_row_t rows = (lxw_row_t)strtoul(argv[1], NULL, 10);
	lxw_workbook *book = workbook_new(argv[2]);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "Data");
	lxw_format *money = workbook_add_format(book), *percent = workbook_add_format(book), *date = workbook_add_format(book);
	format_set_num_format(money, "#,##0.00");
	format_set_num_format(percent, "0.00%");
	format_set_num_format(date, "dd mmmm yyyy");
	for (lxw_row_t i = 0; i < rows; i++) {
		char code[40], name[80];
		snprintf(code, sizeof code, "%u.%02u.%02u.2.%02u.%04u", 1 + i % 7, 1 + i % 31, 1 + i % 17, 1 + i % 12, i % 10000);
		snprintf(name, sizeof name, "Sub Kegiatan Penyusunan Dokumen Perencanaan Perangkat Daerah %u", i);
		worksheet_write_string(sheet, i, 0, code, NULL);
		worksheet_write_string(sheet, i, 1, name, NULL);
		worksheet_write_string(sheet, i, 2, "Jumlah Dokumen yang Disusun", NULL);
		worksheet_write_number(sheet, i, 3, 1000000.25 + i * 3701.5, money);
		worksheet_write_number(sheet, i, 4, 12, NULL);
		worksheet_write_number(sheet, i, 5, 900000.5 + i * 3100.25, money);
		worksheet_write_number(sheet, i, 6, 1 + i % 12, NULL);
		worksheet_write_string(sheet, i, 7, UNIT[i % 5], NULL);
		worksheet_write_number(sheet, i, 8, (i % 1000) / 1000.0 + 0.0005, percent);
		worksheet_write_number(sheet, i, 9, 45000 + i % 365, date);
	}
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
