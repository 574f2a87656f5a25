// bench_duckdb.mjs FOLDER: the same figures of the country that bench_engine wrote to FOLDER, by DuckDB in memory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv[2];
const require = createRequire(join(process.cwd(), 'package.json'));
const { DuckDBInstance, version } = await import(pathToFileURL(require.resolve('@duckdb/node-api')).href);
const rollup = JSON.parse(readFileSync(join(folder, 'rollup.json'), 'utf8'));

const figures = `round(100.0 * sum(realisasi) / sum(pagu), 2) AS keuangan, round(avg(fisik), 2) AS keluaran,
  round((100.0 * sum(realisasi) / sum(pagu) + avg(fisik)) / 2, 2) AS rata, sum(pagu) AS pagu, sum(realisasi) AS realisasi, avg(fisik) AS fisik`;
const levels = [
  `CREATE OR REPLACE TABLE l5 AS SELECT s.id, keg, prog, opd, pemda, round(100.0 * realisasi / pagu, 2) AS keuangan, round(fisik, 2) AS keluaran,
     round((100.0 * realisasi / pagu + fisik) / 2, 2) AS rata, pagu, realisasi, fisik FROM sub s LEFT JOIN
     (SELECT sub, avg(100.0 * realisasi / target) AS fisik FROM indikator WHERE target > 0 GROUP BY sub) f ON f.sub = s.id`,
  `CREATE OR REPLACE TABLE l4 AS SELECT keg AS id, any_value(prog) AS prog, any_value(opd) AS opd, any_value(pemda) AS pemda, ${figures} FROM l5 GROUP BY keg`,
  `CREATE OR REPLACE TABLE l3 AS SELECT prog AS id, any_value(opd) AS opd, any_value(pemda) AS pemda, ${figures} FROM l4 GROUP BY prog`,
  `CREATE OR REPLACE TABLE l2 AS SELECT opd AS id, any_value(pemda) AS pemda, ${figures} FROM l3 GROUP BY opd`,
  `CREATE OR REPLACE TABLE l1 AS SELECT pemda AS id, ${figures} FROM l2 GROUP BY pemda`,
  `CREATE OR REPLACE TABLE l0 AS SELECT ${figures} FROM l1`,
];

const db = await (await DuckDBInstance.create(':memory:')).connect();
const csv = (name, columns) => `read_csv('${join(folder, name)}', header = false, columns = {${columns}})`;
await db.run(`CREATE TABLE sub AS SELECT * FROM ${csv('sub.csv', "'id': 'INTEGER', 'keg': 'INTEGER', 'prog': 'INTEGER', 'opd': 'INTEGER', 'pemda': 'INTEGER', 'pagu': 'BIGINT', 'realisasi': 'BIGINT'")}`);
await db.run(`CREATE TABLE indikator AS SELECT * FROM ${csv('indikator.csv', "'sub': 'INTEGER', 'target': 'BIGINT', 'realisasi': 'BIGINT'")}`);

async function best(threads) {
  await db.run(`SET threads = ${threads}`);
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    for (const sql of levels) await db.run(sql);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

for (const threads of [1, 2]) {
  const ms = await best(threads);
  const label = `DuckDB ${version?.() ?? ''}, in memory, ${threads} thread${threads > 1 ? 's' : ''}:`;
  console.log(`  ${label.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms to compute   ${(ms / rollup.ms).toFixed(0).padStart(6)} times the roll-up`);
}
const [[keuangan, keluaran]] = (await db.runAndReadAll('SELECT keuangan, keluaran FROM l0')).getRows();
const same = Math.abs(keuangan - rollup.keuangan) < 0.011 && Math.abs(keluaran - rollup.keluaran) < 0.011;
console.log(`    the country: keuangan ${rollup.keuangan.toFixed(2)}, keluaran ${rollup.keluaran.toFixed(2)}; DuckDB ${keuangan}, ${keluaran}${same ? '' : '  DIFFERENT'}`);
process.exit(same ? 0 : 1);
