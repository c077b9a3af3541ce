/** Options of every command that reads annotations. */
export interface ReadingOptions {
  /** Configuration files of the portal. */
  config: string[];
  /** Modules that export packs. */
  packModule: string[];
}
