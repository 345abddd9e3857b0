/** What an import asks before it makes a workbook: answers chosen from the form's own words, the nearest in place. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, type Question, unusedAnswer, withAnswer } from '../../import/tables/answers.js';
import type { Client } from '../client.js';
import type { FileOut } from '../engine/protocol.js';
import { Message, SaveButton, Saved } from '../parts.js';

/** A question with its answer as it stands; `isOpen`: the last run asked it. */
export interface Asked {
  readonly question: Question;
  /** '': none yet. */
  readonly text: string;
  readonly isOpen: boolean;
  /** It was answered, and is asked all the same. */
  readonly isVain: boolean;
}

const isSame = (a: Question, b: Question): boolean => a.kind === b.kind && a.table === b.table && a.key === b.key;

/** All that was asked so far and what is asked now; answers stay. */
export function askedNow(before: readonly Asked[], questions: readonly Question[]): Asked[] {
  const still = before.map((one) => {
    const again = questions.find((question) => isSame(question, one.question));
    return { ...one, question: again ?? one.question, isOpen: again !== undefined, isVain: again !== undefined };
  });
  const fresh = questions.filter((question) => !before.some((one) => isSame(one.question, question)));
  return [...still, ...fresh.map((question) => ({ question, text: question.nearest, isOpen: true, isVain: false }))];
}

/** Those of a file that was saved before, with what was answered here. */
export const answersOf = (saved: Answers, asked: readonly Asked[]): Answers =>
  asked.reduce((answers, { question, text }) => withAnswer(answers, question, text.trim()), saved);

interface QuestionsProps {
  readonly client: Client;
  /** Of a file that was saved before. */
  readonly saved: Answers;
  readonly asked: readonly Asked[];
  readonly busy: boolean;
  readonly onAsked: (asked: readonly Asked[]) => void;
  readonly onGo: () => void;
  readonly onProblem: (sentence: string | undefined) => void;
}

/** The questions by table, and the button that goes on with the answers. */
export function Questions({ client, saved, asked, busy, onAsked, onGo, onProblem }: QuestionsProps) {
  const [lacking, setLacking] = useState(0);
  const [file, setFile] = useState<FileOut | undefined>();
  const form = useRef<HTMLFormElement>(null);
  const open = asked.filter(({ isOpen }) => isOpen).length;
  useEffect(() => {
    setLacking(0);
    setFile(undefined);
    if (open > 0) form.current?.scrollIntoView({ block: 'start' });
  }, [open, asked.length]);
  const tables = [...new Set(asked.map(({ question }) => question.table))];
  const units = asked.filter(({ question }) => question.kind === '金额单位');
  const answer = (which: (one: Asked) => boolean, text: string) => {
    setLacking(0);
    onAsked(asked.map((one) => (which(one) ? { ...one, text, isVain: false } : one)));
  };
  const go = (event: Event) => {
    event.preventDefault();
    const blank = asked.filter(({ text }) => text.trim() === '');
    setLacking(blank.length);
    if (blank.length === 0) onGo();
    else document.getElementById(fieldId(asked.indexOf(blank[0] as Asked)))?.focus();
  };
  const questions = (
    <form class="questions" ref={form} onSubmit={go} aria-label="要先说明的">
      {open > 0 && (
        <>
          <h3>有 {open} 处要先说明，再生成工作簿</h3>
          <p class="hint">已经选好的是最接近的写法，请逐处核对。</p>
        </>
      )}
      {units.length > 1 && (
        <p class="question">
          <label for="every-unit">各表的金额都是</label>
          <Choices
            id="every-unit"
            value={units.every(({ text }) => text === units[0]?.text) ? (units[0]?.text ?? '') : ''}
            question={units[0]?.question as Question}
            onChange={(text) => answer((one) => units.includes(one), text)}
          />
        </p>
      )}
      {tables.map((table) => (
        <section key={table}>
          {table !== '' && <h4>“{table}”</h4>}
          {asked.map((one, index) =>
            one.question.table === table ? (
              <OneQuestion
                key={index}
                index={index}
                asked={one}
                onAnswer={(text) => answer((it) => it === one, text)}
              />
            ) : null,
          )}
        </section>
      ))}
      {lacking > 0 && <Message kind="error">还有 {lacking} 处没有说明。</Message>}
      <p class="buttons">
        <button type="submit" class="primary" disabled={busy}>
          按以上说明生成
        </button>
        <SaveButton
          label="保存说明（对应.json）"
          make={() => client.ask('savedAnswers', { answers: answersOf(saved, asked), questions: [] })}
          onSaved={setFile}
          onProblem={onProblem}
        />
      </p>
      <Saved file={file} />
    </form>
  );
  if (open > 0) return questions;
  return (
    <details>
      <summary>说明过的 {asked.length} 处：可以改了再生成一次，可以保存下次用</summary>
      {questions}
    </details>
  );
}

/** Below the name of its table. */
const askedShortly: Readonly<Record<Question['kind'], (question: Question) => string>> = {
  年度: () => '没有读到预算年度，是哪一年',
  公开类型: () => '没有读到是部门还是单位',
  名称: () => '没有读到部门（单位）名称',
  表: () => '是表样的哪张表',
  金额单位: () => '没有注明金额单位，是元还是万元',
  列: ({ key }) => `列“${key}”，是表样的哪一列`,
  行: ({ key }) => (key === '' ? '没有名称的那一行，是表样的哪一行' : `行“${key}”，是表样的哪一行`),
};

const fieldId = (index: number): string => `question-${index}`;

interface OneProps {
  readonly index: number;
  readonly asked: Asked;
  readonly onAnswer: (text: string) => void;
}

function OneQuestion({ index, asked: { question, text, isVain }, onAnswer }: OneProps) {
  const id = fieldId(index);
  return (
    <div class="question">
      <label for={id}>{askedShortly[question.kind](question)}：</label>
      {question.choices.length > 0 ? (
        <Choices id={id} value={text} question={question} onChange={onAnswer} />
      ) : (
        <input id={id} type="text" value={text} onInput={(event) => onAnswer(event.currentTarget.value)} />
      )}
      {isVain && <span class="why"> 这样说明用不上：可能与另一处选了同一个。请另选。</span>}
    </div>
  );
}

interface ChoicesProps {
  readonly id: string;
  readonly value: string;
  readonly question: Question;
  readonly onChange: (text: string) => void;
}

/** The answers that a question takes, the nearest first. */
function Choices({ id, value, question: { choices, nearest }, onChange }: ChoicesProps) {
  const others = choices.filter((choice) => choice !== nearest);
  const inOrder = choices.includes(nearest) ? [nearest, ...others] : others;
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">请选择</option>
      {inOrder.map((choice) => (
        <option key={choice} value={choice}>
          {choice === unusedAnswer ? '不用（不读进工作簿）' : choice}
          {choice === nearest && '（最接近）'}
        </option>
      ))}
    </select>
  );
}
