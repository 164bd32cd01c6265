/** Portable mode: a file named `portable` beside the program keeps everything the app writes in a folder beside it. */
import { dirname, join, resolve } from 'node:path'

export interface ProgramPlace {
  /** Path of the running program. */
  readonly executable: string
  readonly platform: NodeJS.Platform
  /** Set by an AppImage: the file the reader started, where `executable` lies in a mounted image. */
  readonly appImage: string | undefined
}

/** The data folder of portable mode; null without the file. */
export function portableFolder(place: ProgramPlace, isThere: (file: string) => boolean): string | null {
  const beside = programFolder(place)
  return isThere(join(beside, 'portable')) ? join(beside, 'offprint-data') : null
}

function programFolder({ executable, platform, appImage }: ProgramPlace): string {
  if (appImage !== undefined && appImage !== '') return dirname(appImage)
  const folder = dirname(executable)
  // Offprint.app/Contents/MacOS/Offprint: beside the program is beside the bundle.
  return platform === 'darwin' ? resolve(folder, '..', '..', '..') : folder
}
