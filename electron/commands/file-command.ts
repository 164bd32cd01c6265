/** A command that works over files without a library: one JSON object a file, a bad file never ends the run. */

export interface InputFile {
  /** The argument as it was given. */
  readonly file: string
  readonly bytes: Uint8Array
  /** From `FILE#URL`, else `--url`, else null. */
  readonly url: string | null
  readonly contentType: string | null
}

/** Returns the JSON objects to print for one file, one a line. Throwing is reported as `{file, ok:false, error}`. */
export type FileCommand = (input: InputFile) => Promise<readonly object[]> | readonly object[]
