// One side of PouchDB: `serve FOLDER` prints its port; `desk` does what the lines on stdin ask for.
// Each line is JSON {do, ...}; each answer is one line {cpu} with the processor seconds it took.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const load = (name) => require(require.resolve(name, { paths: [process.env.KBDESK_POUCHDB] }));
const PouchDB = load('pouchdb');

function serve(folder) {
  const express = load('express');
  const Local = PouchDB.defaults({ prefix: folder + path.sep });
  const app = express();
  app.use('/', load('express-pouchdb')(Local, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
  const listening = app.listen(0, '127.0.0.1', () => console.log(listening.address().port));
}

const open = {};
const database = (name) => (open[name] ??= new PouchDB(name));

async function put({ desk, file }) {
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const known = await database(desk).allDocs({ keys: lines.map((line) => line._id) });
  known.rows.forEach((row, at) => { if (row.value) lines[at]._rev = row.value.rev; });
  await database(desk).bulkDocs(lines);
}

async function replicate({ desk, url, up }) {
  const way = database(desk).replicate;
  const done = await (up ? way.to(url, { batch_size: 1000 }) : way.from(url, { batch_size: 1000 }));
  if (!done.ok) throw new Error(JSON.stringify(done.errors));
}

const count = async ({ desk }) => (await database(desk).info()).doc_count;
const acts = { put, replicate, count };

async function work() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    const before = process.cpuUsage();
    const value = await acts[asked.do](asked);
    const used = process.cpuUsage(before);
    console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6, value }));
  }
}

if (process.argv[2] === 'serve') serve(process.argv[3]);
else work();
