/** 单独核对: published documents held against themselves, one beside its text or many at once, as the command does. */
import { type Audited, audit } from '../../audit/audit.js';
import { dataOfPublished } from '../../audit/data/index.js';
import { type AuditFinding, type AuditKind, auditKinds, auditStates } from '../../audit/finding.js';
import { auditPage, commentsOf } from '../../audit/page.js';
import {
  countsOf,
  doneText,
  type Recognised,
  recognitionOf,
  reservations,
  resultText,
  subjectOf,
} from '../../audit/report.js';
import { misreadReason } from '../../import/refusal.js';
import type { PublishedDocument } from '../../published/document.js';
import { type Match, match } from '../../published/match/index.js';
import { openPublished } from '../../published/open/index.js';
import { placeText } from '../../published/place.js';
import { writeDataPackage } from '../../writers/data/index.js';
import { addComments } from '../../writers/docx/comments.js';
import { writeAuditTable } from '../../writers/xlsx/auditTable.js';
import { FileProblem } from '../problem.js';
import { pageEditions } from './editions.js';
import { type Examined, nothingRead, unreadable } from './examined.js';
import type { AuditRow, DocumentFinding, FileIn } from './protocol.js';

interface Seen {
  readonly document: PublishedDocument;
  readonly matched: Match;
  readonly seen: Recognised;
}

function recognised(document: PublishedDocument): Seen {
  const matched = match(document, pageEditions);
  return { document, matched, seen: recognitionOf(document, matched) };
}

const differencesOf = ({ findings }: Audited) => findings.filter(({ severity }) => severity === 'difference');

const foundOf = ({ kind, place, message, at, severity }: AuditFinding): DocumentFinding => ({
  ...{ kind: auditKinds[kind], place: placeText(place), message, more: [], at },
  isNote: severity === 'note',
});

/** What a document says against itself, and what could not be held against anything. */
export async function auditDocument(file: FileIn): Promise<Examined> {
  const opened = await openPublished(file);
  if (!opened.ok) return unreadable(opened.findings);
  const { document, matched, seen } = recognised(opened.document);
  if (seen.extent === 'none') {
    const why = `“${file.name}”中没有认出预算公开文档的任何表和数字，没有核对。请看是不是选错了文件。`;
    return nothingRead([...seen.notices, why]);
  }
  const audited = audit(document, matched);
  const differences = differencesOf(audited);
  const notes = audited.findings.filter((found) => !differences.includes(found));
  const isWord = document.format === 'docx';
  return {
    result: {
      reservations: reservations(seen),
      findings: [...differences, ...notes].map(foundOf),
      lines: [subjectOf(seen), ...doneText(seen, audited), resultText(seen, audited)],
      blocks: document.blocks,
      takesComments: isWord && differences.length > 0,
      givesData: true,
    },
    data: () => dataOf(file.name, document, matched),
    ...(isWord && { commented: () => addComments(file.bytes, commentsOf(document, differences)) }),
  };
}

function dataOf(name: string, document: PublishedDocument, matched: Match): Uint8Array {
  const reason = misreadReason(matched, document);
  if (reason !== undefined) throw new FileProblem(`“${name}”${reason}没有写数据。`);
  return writeDataPackage(dataOfPublished(document, matched));
}

const nothing = {
  ...{ entity: '', year: 0, counts: {}, found: 0, files: [] },
  figures: { read: 0, checked: 0 },
  tables: { found: 0, missing: 0 },
} as const;

/** One document of many: its findings as a page, and a Word file's copy with comments. Never throws on a document. */
export async function auditOne(file: FileIn): Promise<AuditRow> {
  const { name } = file;
  const opened = await openPublished(file);
  if (!opened.ok) return { ...nothing, name, state: 'unreadable', message: opened.findings[0]?.message ?? '' };
  const { document, matched, seen } = recognised(opened.document);
  if (seen.extent === 'none')
    return { ...nothing, name, state: 'notRecognised', message: '没有认出预算公开文档的任何表和数字，没有核对。' };
  const audited = audit(document, matched);
  const differences = differencesOf(audited);
  const stem = name.replace(/\.[^.]*$/, '');
  const files: FileIn[] = [
    { name: `${stem}.问题.html`, bytes: new TextEncoder().encode(auditPage(name, seen, audited)) },
  ];
  if (document.format === 'docx' && differences.length > 0)
    files.push({ name: `${stem}.批注.docx`, bytes: addComments(file.bytes, commentsOf(document, differences)) });
  const counts = Object.entries(countsOf(differences)).map(([kind, count]) => [auditKinds[kind as AuditKind], count]);
  return {
    ...{ name, entity: seen.name, year: seen.year, files, found: differences.length },
    state: seen.extent === 'most' ? 'audited' : 'partly',
    figures: { read: audited.figures.read, checked: audited.figures.checked },
    tables: { found: seen.tables.found, missing: seen.tables.missing.length },
    counts: Object.fromEntries(counts),
    message: [...reservations(seen), resultText(seen, audited)].join(''),
  };
}

/** 总表.xlsx of audited documents. */
export async function auditTable(rows: readonly AuditRow[]): Promise<FileIn> {
  const table = rows.map(({ name, state, entity, year, tables, figures, counts, message, files }) => ({
    ...{ document: name, state: auditStates[state], name: entity, year, tables, figures, counts },
    remark: [message, ...files.slice(0, 1).map((file) => file.name)].join('\n'),
  }));
  return { name: '总表.xlsx', bytes: await writeAuditTable(table, Object.values(auditKinds)) };
}
