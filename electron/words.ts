import english from '../resources/locales/en.json'

/** The words of the menu, the title and the questions of main, from the one table of English text. */
export function words(key: keyof typeof english, values: Readonly<Record<string, string>> = {}): string {
  return english[key].replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
