/** How files come into a view: chosen or dropped, one or several. */
import { useState } from 'preact/hooks';
import { chosenFiles, droppedFiles, type HeldFile } from './files.js';
import { sentenceOf } from './parts.js';

interface ChooserProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: HeldFile[]) => void;
  readonly onProblem: (sentence: string | undefined) => void;
}

/** Choose files or drop them. */
export function Chooser({ id, label, hint, accept, multiple = false, onFiles, onProblem }: ChooserProps) {
  const [over, setOver] = useState(false);
  /** What went wrong before is over. */
  const take = (files: HeldFile[]) => {
    onProblem(undefined);
    onFiles(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    if (!event.dataTransfer) return;
    droppedFiles(event.dataTransfer)
      .then((files) => {
        if (files.length > 1 && !multiple) onProblem(`这里一次只能用一份，拖进来的有 ${files.length} 份，请只拖一份。`);
        else if (files.length > 0) take(files);
      })
      .catch((error: unknown) => onProblem(sentenceOf(error)));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by the button too
    <div
      class={over ? 'chooser over' : 'chooser'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label class="button" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        class="visually-hidden"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget);
          if (files.length > 0) take(files);
        }}
      />
      <span class="hint">{hint}</span>
    </div>
  );
}

/** A file that may be left out; once chosen it can be taken back. */
export function OptionalFile(
  props: Omit<ChooserProps, 'multiple' | 'onFiles'> & {
    readonly file: HeldFile | undefined;
    readonly onFile: (file: HeldFile | undefined) => void;
  },
) {
  const { file, onFile, label, hint, ...rest } = props;
  return (
    <>
      <Chooser
        {...rest}
        label={file ? `换一份${label}` : `选择${label}`}
        hint={file ? file.name : hint}
        onFiles={([chosen]) => onFile(chosen)}
      />
      {file && (
        <>
          {' '}
          <button type="button" aria-label={`去掉 ${file.name}`} onClick={() => onFile(undefined)}>
            去掉
          </button>
        </>
      )}
    </>
  );
}

interface FileListProps {
  readonly files: readonly HeldFile[];
  readonly onFiles: (files: readonly HeldFile[]) => void;
  /** What the first is, where that matters. */
  readonly first?: string;
}

/** The files that were chosen, each to be taken back, or put first where that matters. */
export function FileList({ files, onFiles, first }: FileListProps) {
  const without = (index: number) => files.filter((_, other) => other !== index);
  if (files.length === 0) return null;
  return (
    <ol class="order">
      {files.map((file, index) => (
        <li key={`${file.name}-${index}`}>
          {file.name}
          {first && index === 0 && `（${first}）`}{' '}
          {first && (
            <button type="button" disabled={index === 0} onClick={() => onFiles([file, ...without(index)])}>
              作为{first}
            </button>
          )}{' '}
          <button type="button" aria-label={`去掉 ${file.name}`} onClick={() => onFiles(without(index))}>
            去掉
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Files that a published document may be. */
export const documentFiles = '.docx,.pdf,.html,.htm,.mht,.mhtml';
