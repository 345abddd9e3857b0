/**
 * Which workbooks a batch renders, under which names, and which of them are this shard's. Decided from the names alone
 * and before any workbook is opened, so that every machine that is given the same folders decides the same.
 */

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { sha256Of } from '../platform/hash.js';
import { safeFileName } from '../vocabulary/fileNames.js';
import { closedFolder, notFollowed, type PassedOver, passedOver } from './passedOver.js';

export interface BatchJob {
  /** Absolute. */
  readonly workbook: string;
  /** Path below the folder that was given, or the file's own name: the same on every machine. With slashes. */
  readonly name: string;
  /** Path of the document below the output folder, without extension, with slashes; no two jobs share one. */
  readonly stem: string;
}

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** `2/8`; undefined when it is no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  return index && count && index <= count ? { index, count } : undefined;
}

interface Found {
  readonly workbook: string;
  readonly name: string;
}

export interface BatchPlan {
  readonly jobs: readonly BatchJob[];
  /** What lies in the folders besides, by name; what an earlier run wrote is none of it. */
  readonly passedOver: readonly PassedOver[];
}

/** The table that a batch writes into its output folder. */
export const tableFile = (shard: Shard | undefined): string => `总表${ofShard(shard)}.xlsx`;
/** What a program reads instead of it. */
export const summaryFile = (shard: Shard | undefined): string => `summary${ofShard(shard)}.json`;
const ofShard = (shard: Shard | undefined): string => (shard ? `-${shard.index}-of-${shard.count}` : '');
const ownTable = /^总表(-\d+-of-\d+)?\.xlsx$/;
const ownSummary = /^summary(-\d+-of-\d+)?\.json$/;

/**
 * Files and folders to jobs, by name. `outDir` is searched only when it is itself given: documents may stand beside
 * their workbooks. A path that is not there is a job all the same, and fails as one.
 */
export function planBatch(inputs: readonly string[], outDir: string, wanted: RegExp = workbookFile): BatchPlan {
  const found = inputs.flatMap((input): (Found | PassedOver)[] => {
    const path = resolve(input);
    return isFolder(path)
      ? filesIn(path, '', resolve(outDir), { given: true, wanted })
      : [{ workbook: path, name: basename(path) }];
  });
  const once = new Map(found.filter(isWorkbook).map((one) => [one.workbook, one]));
  const sorted = [...once.values()].sort((a, b) => order(a.name, b.name) || order(a.workbook, b.workbook));
  const taken = new Set<string>();
  const jobs = sorted.map((one) => ({ ...one, stem: freeStem(safeStem(one.name), taken) }));
  const isOurs = ({ name }: PassedOver) =>
    inputs.some((input) => resolve(input) === resolve(outDir)) &&
    jobs.some(({ stem }) => endings.has(restOf(name, stem)));
  const others = new Map(found.filter((one) => !isWorkbook(one)).map((one) => [one.name, one as PassedOver]));
  return {
    jobs,
    passedOver: [...others.values()].filter((one) => !isOurs(one)).sort((a, b) => order(a.name, b.name)),
  };
}

/** Names of workbooks, without those that Excel keeps beside an open one. */
const workbookFile = /^[^.~].*\.xlsx$|^~[^$].*\.xlsx$/i;
/** Names of published documents, without what `audit` itself writes. */
export const documentFile = /^(?![.~]).*(?<!\.(?:问题|批注))\.(?:docx|pdf|html?|mht(?:ml)?|doc|wps)$/i;

/** Workbooks that a plan passed over, by name; none that a batch itself writes. */
export const workbooksBeside = ({ passedOver }: BatchPlan): string[] =>
  passedOver.flatMap(({ name }) => (workbookFile.test(basename(name)) && !ownTable.test(basename(name)) ? [name] : []));

/** What a run writes beside each other for one workbook. */
const endings = new Set(['.docx', '.manifest.json', '.问题.txt']);
const restOf = (name: string, stem: string): string => (name.startsWith(stem) ? name.slice(stem.length) : '');

const isWorkbook = (one: Found | PassedOver): one is Found => 'workbook' in one;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Links to folders are not followed: they may lead round in a circle. `given`: the folder itself was named. */
function filesIn(
  folder: string,
  below: string,
  outDir: string,
  { given, wanted }: { readonly given: boolean; readonly wanted: RegExp },
): (Found | PassedOver)[] {
  if (folder === outDir && !given) return [];
  const entries = listed(folder);
  if (entries === undefined) return [closedFolder(below.replace(/\/$/, '') || basename(folder))];
  const hasRun = folder === outDir && entries.some(({ name }) => ownSummary.test(name));
  return entries.flatMap((entry): (Found | PassedOver)[] => {
    if (hasRun && (ownSummary.test(entry.name) || ownTable.test(entry.name))) return [];
    const path = join(folder, entry.name);
    const name = below + entry.name;
    if (entry.isDirectory())
      return entry.name.startsWith('.') ? [] : filesIn(path, `${name}/`, outDir, { given: false, wanted });
    if (entry.isSymbolicLink() ? isFolder(path) : !entry.isFile()) return [notFollowed(name)];
    if (wanted.test(entry.name)) return [{ workbook: path, name }];
    const passed = passedOver(below, entry.name);
    return passed ? [passed] : [];
  });
}

/** Undefined when the system does not let us. */
function listed(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** A file system allows 255 bytes for a name, and the endings want some of them. */
const longestName = 180;

/** Every part of the path safe on Windows too; none is `..`, so that nothing leaves the output folder. */
function safeStem(name: string): string {
  const parts = name.replace(/\.(xlsx|docx|pdf|html?|mht(?:ml)?|doc|wps)$/i, '').split('/');
  return parts.map((part) => shortened(safeFileName(part.normalize('NFC')))).join('/');
}

function shortened(part: string): string {
  if (Buffer.byteLength(part) <= longestName) return part;
  const kept = Array.from(part);
  while (Buffer.byteLength(kept.join('')) > longestName - 10) kept.pop();
  return `${kept.join('')}-${sha256Of(part).slice(0, 8)}`;
}

/** `a.xlsx` and `A.xlsx` are one name on Windows; the second becomes `A-2`. */
function freeStem(stem: string, taken: Set<string>): string {
  let free = stem;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${stem}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}

/** By a hash of the name: adding a workbook moves no other to another shard. */
export const inShard = ({ name }: { readonly name: string }, { index, count }: Shard): boolean =>
  Number.parseInt(sha256Of(name.normalize('NFC')).slice(0, 8), 16) % count === index - 1;
