#!/usr/bin/env python3
"""The ledger's SQL as C: embed_sql.py FOLDER OUT.c OUT.h [FOLDER-OF-FURTHER-MIGRATIONS]

Reads FOLDER/NNNN_*.sql (migrations) and FOLDER/statements.sql (`-- name: x` or `-- name: x -> table`, then one statement with $1, $2 ...), adds for every
table `add_TABLE` (insert a whole row), `row_TABLE` (the row of an id) and `stray_TABLE` (first row that no entry of the audit chain names), for every table of an
`operation` line `put_TABLE` (a whole row in place of the one with its key), and prepares every statement against a fresh schema: one that does not fit stops the build. Also writes the description of every table, checked by the compiler against the structs of store/store.h."""
import pathlib
import re
import sqlite3
import sys

SQLITE = {"@int@": "INTEGER", "@bytes@": "BLOB", "@strict@": "STRICT"}


def camel(name):
    return "Baris" + "".join(part.capitalize() for part in name.split("_"))


def quoted(text):
    return "\n".join('\t"' + line.replace("\\", "\\\\").replace('"', '\\"') + '\\n"' for line in text.strip().splitlines())


def main(folder, out_c, out_h, *further):
    folder = pathlib.Path(folder)
    migrations = [path.read_text() for place in (folder, *map(pathlib.Path, further)) for path in sorted(place.glob("[0-9]*.sql"))]
    db = sqlite3.connect(":memory:")
    append_only, operation = [], []
    for text in migrations:
        append_only += [name for line in re.findall(r"(?m)^-- append-only: (.*)$", text) for name in line.split()]
        operation += [name for line in re.findall(r"(?m)^-- operation: (.*)$", text) for name in line.split()]
        for token, word in SQLITE.items():
            text = text.replace(token, word)
        db.executescript(text)
    info = {name: list(db.execute(f"PRAGMA table_info({name})")) for name in append_only + operation}
    tables = {name: [(column[1], column[2]) for column in columns] for name, columns in info.items()}
    order = list(tables)
    keys = {}
    for name in order:
        indexes = [index[1] for index in db.execute(f"PRAGMA index_list({name})") if index[2]]
        keys[name] = sorted(" ".join(column[2] for column in db.execute(f"PRAGMA index_info({index})")) for index in indexes)
    statements = []
    for name, columns in tables.items():
        values = ", ".join(f"${i + 1}" for i in range(len(columns)))
        if name in operation:
            key = ", ".join(column[1] for column in sorted(info[name], key=lambda column: column[5]) if column[5])
            rest = ", ".join(f"{column[1]} = excluded.{column[1]}" for column in info[name] if not column[5])
            statements.append((f"put_{name}", None, f"INSERT INTO {name} VALUES ({values}) ON CONFLICT ({key}) DO UPDATE SET {rest}"))
            continue
        statements.append((f"add_{name}", None, f"INSERT INTO {name} VALUES ({values})"))
        statements.append((f"row_{name}", name, f"SELECT * FROM {name} WHERE pemda = $1 AND id = $2"))
        statements.append((f"stray_{name}", None, f"SELECT coalesce(min(id), 0) FROM {name} AS t WHERE pemda = $1 AND NOT EXISTS "
                           f"(SELECT 1 FROM jejak WHERE pemda = $1 AND id = t.id AND tabel = '{name}')"))
    for block in re.split(r"(?m)^-- name: ", (folder / "statements.sql").read_text())[1:]:
        head, text = block.split("\n", 1)
        name, _, table = head.partition(" -> ")
        statements.append((name.strip(), table.strip() or None, text.strip().rstrip(";")))
    for name, table, text in statements:
        try:
            cursor = db.execute("EXPLAIN " + text, {str(n): None for n in range(1, 40)})
            cursor.fetchall()
            if table:
                shown = [c[0] for c in db.execute(text, {str(n): None for n in range(1, 40)}).description]
                if shown != [c[0] for c in tables[table]]:
                    raise sqlite3.Error(f"does not give whole rows of {table}")
        except sqlite3.Error as fault:
            sys.exit(f"statement {name}: {fault}")

    with open(out_h, "w") as h:
        h.write("#include <stddef.h>\n\ntypedef enum {\n")
        h.writelines(f"\tTABEL_{name.upper()},\n" for name in append_only)
        h.write("\tTABEL_JUMLAH, /* of those whose rows stand in the audit chain */\n\tTABEL_OPERASI = TABEL_JUMLAH - 1,\n")
        h.writelines(f"\tTABEL_{name.upper()},\n" for name in operation)
        h.write("\tTABEL_SEMUA\n} Tabel;\n\ntypedef enum {\n")
        h.writelines(f"\tSQL_{name.upper()},\n" for name, _, _ in statements)
        h.write("\tSQL_JUMLAH\n} Pernyataan;\n\n"
                "typedef enum { JENIS_INT, JENIS_TEKS, JENIS_BYTE } JenisKolom;\n"
                "typedef struct { const char *nama; JenisKolom jenis; size_t letak; } KolomTabel;\n"
                "typedef struct { const char *nama; size_t ukuran, n_kolom; const KolomTabel *kolom; "
                "const char *kunci; /* unique keys, columns by blanks, keys by commas */ Pernyataan tambah, baris, liar; /* of operation: tambah only */ } UraianTabel;\n\n"
                "extern const UraianTabel URAIAN_TABEL[TABEL_SEMUA];\n"
                "extern const char *const SQL_TEKS[SQL_JUMLAH];\n"
                "extern const char *const SQL_MIGRASI[];\nextern const int SQL_N_MIGRASI;\n")
    with open(out_c, "w") as c:
        c.write('#include "sql_embed.h"\n#include "store/store.h"\n\n')
        kinds = {"INTEGER": "JENIS_INT", "TEXT": "JENIS_TEKS", "BLOB": "JENIS_BYTE"}
        for name in order:
            c.write(f"static const KolomTabel KOLOM_{name.upper()}[] = {{\n")
            c.writelines(f'\t{{"{column}", {kinds[kind]}, offsetof({camel(name)}, {column})}},\n' for column, kind in tables[name])
            c.write("};\n")
        c.write("\nconst UraianTabel URAIAN_TABEL[TABEL_SEMUA] = {\n")
        for name in order:
            own = [f"SQL_PUT_{name.upper()}", "SQL_JUMLAH", "SQL_JUMLAH"] if name in operation else [f"SQL_{word}_{name.upper()}" for word in ("ADD", "ROW", "STRAY")]
            c.write(f'\t{{"{name}", sizeof({camel(name)}), {len(tables[name])}, KOLOM_{name.upper()}, "{",".join(keys[name])}", '
                    f'{", ".join(own)}}},\n')
        c.write("};\n\nconst char *const SQL_TEKS[SQL_JUMLAH] = {\n")
        c.writelines(f"\t/* {name} */\n{quoted(text)},\n" for name, _, text in statements)
        c.write("};\n\nconst char *const SQL_MIGRASI[] = {\n")
        c.writelines(f"{quoted(text)},\n" for text in migrations)
        c.write(f"}};\nconst int SQL_N_MIGRASI = {len(migrations)};\n")


main(*sys.argv[1:])
