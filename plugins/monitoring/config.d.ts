export interface Config {
  monitoring?: {
    /**
     * Where the pages of Sightline's docs can be read; `{page}` stands for the path of a page
     * without its extension: `https://git.example.com/sightline/blob/main/docs/{page}.md`.
     * Without it, screens do not link to the guide.
     * @visibility frontend
     */
    guideUrl?: string;
  };
}
