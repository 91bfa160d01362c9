/// <reference types="vite/client" />

const files = import.meta.glob<string>('../../package.json', { eager: true, import: 'version' })

/** Which Wardwright this is, as package.json has it. */
export const VERSION = Object.values(files)[0] ?? ''
