/* What the script of the entry grid says, in the language of the page. */
#include "web/hal_isian.h"

static const struct { const char *kunci, *teks; } KATA[] = {
	{"tersimpan", TEKS("All saved, {0}")},
	{"menyimpan", TEKS("Saving {0} cells...")},
	{"luring", TEKS("Offline since {0}, {1} cells wait to be sent")},
	{"tersambung", TEKS("Connected again, {0} cells sent")},
	{"menunggu", TEKS("{0} cells wait to be sent")},
	{"sesi", TEKS("Your session ended. Sign in again; {0} unsent cells wait for you.")},
	{"masuk", TEKS("Sign in")},
	{"belum", TEKS("Not sent yet. The entry is safe in this browser and will be sent when there is a connection.")},
	{"konflik", TEKS("{0} conflicts")},
	{"selLuring", TEKS("{0} offline cells not included")},
	{"kosong", TEKS("kosong")},
	{"hapus", TEKS("Clear {0} cells? Ctrl+Z brings them back.")},
	{"strip", TEKS("Zero, or not reported?")},
	{"stripKet", TEKS("Nihil is reported as zero and counted. Blank is not reported and not counted.")},
	{"nihil", TEKS("Nihil (N)")},
	{"tombolKosong", TEKS("Blank (Del)")},
	{"terapkan", TEKS("Apply (Enter)")},
	{"batal", TEKS("Cancel (Esc)")},
	{"lewati", TEKS("{0} cells skipped: they take no entry.")},
	{"tanpaSel", TEKS("None of the block fits an entry cell here.")},
	{"tempelLuring", TEKS("Pasting needs the connection; nothing was changed.")},
	{"tempelJudul", TEKS("Paste from Excel")},
	{"tempelKet", TEKS("Copy the cells in Excel and paste them here (Ctrl+V). With codes they are matched by code, without codes they go down from the chosen cell.")},
	{"urung", TEKS("Undone.")},
	{"ulangi", TEKS("Done again.")},
	{"takUrung", TEKS("Nothing to undo.")},
	{"sebab", TEKS("Reason for the fall")},
	{"simpanSebab", TEKS("Save with this reason")},
	{"target", TEKS("Target")},
	{"capaian", TEKS("Capaian")},
	{"berubah", TEKS("Change")},
	{"pagu", TEKS("Pagu")},
	{"uang", TEKS("Realised money")},
	{"diisi", TEKS("Entered")},
	{"bukti", TEKS("Evidence")},
	{"berkas", TEKS("{0} files")},
	{"sebulan", TEKS("This month alone")},
	{"takAda", TEKS("No blocker is left.")},
	{"takTemuan", TEKS("No finding is left.")},
	{"takKosong", TEKS("No blank cell is left.")},
	{"jelasTersimpan", TEKS("The explanation was saved.")},
	{"bukaSemua", TEKS("Open all")},
	{"tutupSemua", TEKS("Close all")},
	{"buka", TEKS("Open {0}")},
	{"lipat", TEKS("Close {0}")},
	{"salinLalu", TEKS("Copy last month")},
	{"gagal", TEKS("The server has a fault. No entry is lost; it is sent again.")},
	{"pengguna", TEKS("Another user is signed in; {0} cells of the earlier one wait for him.")},
};

const char *kisi_kata(Minta *m)
{
	StrBuf b = {.arena = m->arena};
	Json j = json_begin(&b, 0);
	json_object(&j);
	for (size_t i = 0; i < sizeof KATA / sizeof *KATA; i++)
		json_field(&j, KATA[i].kunci, teks(m->bahasa, KATA[i].teks));
	json_end(&j);
	json_finish(&j);
	return str_trim(m->arena, strbuf_text(&b));
}
