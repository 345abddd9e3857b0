/** Files in and out of the page: chosen or dropped, read whole, saved by the browser. Nothing is kept. */
import type { FileIn, FileOut } from './engine/protocol.js';
import { FileProblem } from './problem.js';

/** As src/terminal/files.ts: larger files are refused before they are read. */
const largestFile = 20 * 1024 * 1024;

/** A file that the browser may read again later, after it was saved anew; with a handle without asking. */
export interface HeldFile {
  readonly name: string;
  readonly read: () => Promise<FileIn>;
  /** When it was last saved; undefined where the browser cannot tell. */
  readonly savedAt?: () => Promise<number | undefined>;
}

/** The part of the File System Access API that is used; browsers without it choose files anew. */
interface FileHandle {
  readonly kind: string;
  getFile(): Promise<File>;
}

async function bytesOf(file: File): Promise<FileIn> {
  if (file.size > largestFile) throw new FileProblem(`“${file.name}”超过 20 MB，不像是预算公开的文件。请核对文件。`);
  try {
    return { name: file.name, bytes: new Uint8Array(await readAll(file)) };
  } catch {
    throw new FileProblem(`“${file.name}”读不出来：可能已在别处保存过、改名或移走，请重新选择。`);
  }
}

const readAll = (file: File): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });

/** A file that was chosen; what is read is what it held then. */
export const heldOf = (file: File): HeldFile => ({ name: file.name, read: () => bytesOf(file) });

const heldByHandle = (handle: FileHandle, name: string): HeldFile => ({
  name,
  read: async () => bytesOf(await handle.getFile()),
  savedAt: async () => {
    try {
      return (await handle.getFile()).lastModified;
    } catch {
      return undefined; // just being saved, or moved
    }
  },
});

/** What was dropped; the handles must be asked for before anything is awaited. Throws FileProblem. */
export async function droppedFiles(data: DataTransfer): Promise<HeldFile[]> {
  const dropped = [...data.items]
    .filter((item) => item.kind === 'file')
    .map((item) => {
      const asking = item as unknown as { getAsFileSystemHandle?: () => Promise<FileHandle | null> };
      const isFolder = item.webkitGetAsEntry?.()?.isDirectory === true;
      return { file: item.getAsFile(), isFolder, handle: asking.getAsFileSystemHandle?.().catch(() => null) };
    });
  if (dropped.length === 0) throw new FileProblem('拖进来的不是文件，请拖入电脑上的文件，或点按钮选择。');
  if (dropped.some(({ isFolder }) => isFolder))
    throw new FileProblem('请拖入文件，不要拖入文件夹；多个文件可以一起选中再拖入。');
  const held: HeldFile[] = [];
  for (const { file, handle } of dropped) {
    const found = await handle;
    if (file) held.push(found?.kind === 'file' ? heldByHandle(found, file.name) : heldOf(file));
  }
  return held;
}

/** Files of an input, which is emptied so that choosing the same file again is noticed. */
export function chosenFiles(input: HTMLInputElement): HeldFile[] {
  const files = [...(input.files ?? [])].map(heldOf);
  input.value = '';
  return files;
}

const types: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  json: 'application/json',
  zip: 'application/zip',
};

/** Hands a file to the browser, which saves it where the office's downloads go. */
export function save({ name, bytes }: FileOut): void {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  link.download = name;
  link.click();
  // a browser may still be reading when the click returns
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
