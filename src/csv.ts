// CSV as RFC 4180 has it, in UTF-8, record by record in bounded memory. The one importer of csv-parse and csv-stringify.
// What the columns mean is left to whoever reads or writes them.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { isTalesError, TalesError, throwIfCancelled } from './errors.ts';
import { errnoOf } from './store-fault.ts';

export interface CsvRecord {
  /** By the names in the first line. */
  readonly values: Readonly<Record<string, string>>;
  /** The line that the record ends on, counted from 1. */
  readonly line: number;
}

export interface CsvReading {
  /** Columns that have to be there; others may be. */
  readonly columns: readonly string[];
  readonly signal?: AbortSignal;
}

/** Longest record in characters: a quotation mark that is never closed must not swallow the rest of a large file. */
const LONGEST_RECORD = 1_000_000;

/** Bytes that are no UTF-8 are a fault: a guess would only show in the figures that are made of them. */
async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function faultOf(path: string, cause: unknown): unknown {
  if (isTalesError(cause) || !(cause instanceof Error)) return cause;
  const { code = '', lines } = cause as { code?: string; lines?: number };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new TalesError('data-unusable', { path, reason: 'encoding' }, { cause });
  // The parser's codes, one of which lacks what the others begin with.
  if (code.startsWith('CSV_') || code === 'INVALID_OPENING_QUOTE')
    return new TalesError('data-unusable', { path, reason: 'syntax', ...(lines && { line: lines }) }, { cause });
  const errno = errnoOf(cause);
  if (errno === undefined) return cause;
  const isMissing = errno === 'ENOENT' || errno === 'ENOTDIR';
  return new TalesError(isMissing ? 'file-missing' : 'file-unreadable', { path }, { cause });
}

/**
 * The records of a file, one after another.
 * @throws TalesError `file-missing`, `file-unreadable`, `data-unusable` naming the line or the columns, `cancelled`.
 */
export async function* readCsv(path: string, { columns, signal }: CsvReading): AsyncGenerator<CsvRecord> {
  const { parse } = await import('csv-parse');
  const checked = (header: readonly string[]): string[] => {
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0) throw new TalesError('data-unusable', { path, reason: 'columns', columns: missing });
    return [...header];
  };
  const parser = parse({ columns: checked, info: true, skip_empty_lines: true, max_record_size: LONGEST_RECORD });
  // What goes wrong before the parser comes out of it, so nothing is left for the callback.
  pipeline(createReadStream(path), decoded, parser, () => {});
  let isEmpty = true;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Readonly<Record<string, string>>;
      info: { lines: number };
    }>) {
      throwIfCancelled(signal);
      isEmpty = false;
      yield { values: record, line: info.lines };
    }
  } catch (cause) {
    throw faultOf(path, cause);
  }
  if (isEmpty) throw new TalesError('data-unusable', { path, reason: 'empty' });
}

/** A writer of lines, each ended; what has to be quoted is: also a lone carriage return, which pandas takes for a line's end. */
export async function csvWriter(): Promise<(values: readonly (string | number)[]) => string> {
  const { stringify } = await import('csv-stringify/sync');
  return (values) => stringify([[...values]], { quoted_match: /\r/ });
}
