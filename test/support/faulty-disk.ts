import { disk, type FileSystem, type OpenFile } from '#electron/files/file-system'

/** What can go wrong with a disk, each as a system tells it. */
export const FAULTS = ['short writes', 'EIO', 'ENOSPC', 'EROFS', 'EACCES', 'rename refused', 'fsync failing', 'slow share'] as const
export type Fault = (typeof FAULTS)[number]

export type FaultyDisk = {
  readonly files: FileSystem
  /** How often the fault was met. */
  readonly met: () => number
  /** The disk works again. */
  readonly mend: () => void
}

/**
 * The real disk with one fault. `random` gives numbers from 0 to 1: which calls fail is chosen by it, so that a campaign meets the fault
 * early, late and now and then.
 */
export function faultyDisk(fault: Fault, random: () => number): FaultyDisk {
  let met = 0
  let isWhole = false
  const often = 0.1 + 0.9 * random()
  const strikes = () => {
    if (isWhole || random() >= often) return false
    met++
    return true
  }
  const fails = (code: string): never => {
    throw Object.assign(new Error(`${code}: planted`), { code })
  }
  const code = fault.startsWith('E') ? fault : undefined
  const before = async () => {
    if (fault === 'slow share' && strikes()) await new Promise((resolve) => setTimeout(resolve, Math.floor(4 * random())))
  }
  /** Reading from a full or read-only disk works. */
  const onReading = async () => {
    await before()
    if (fault === 'EIO' && strikes()) fails('EIO')
  }
  const onWriting = async () => {
    await before()
    if (code !== undefined && strikes()) fails(code)
  }

  function faultyFile(file: OpenFile, isWriting: boolean): OpenFile {
    return {
      write: async (bytes, offset, length, position) => {
        await onWriting()
        if (fault === 'short writes' && strikes()) {
          const some = Math.floor(length * random())
          if (some === 0) return random() < 0.5 ? { bytesWritten: 0 } : file.write(bytes, offset, Math.min(1, length), position)
          return file.write(bytes, offset, some, position)
        }
        // A disk fills up in the middle of something.
        if (fault === 'ENOSPC' && !isWhole && random() < often / 2) {
          met++
          await file.write(bytes, offset, Math.floor(length / 2), position)
          fails('ENOSPC')
        }
        return file.write(bytes, offset, length, position)
      },
      chmod: async (mode) => file.chmod(mode),
      truncate: async (length) => file.truncate(length),
      sync: async () => {
        await before()
        if (isWriting && (fault === 'fsync failing' || fault === 'EIO') && strikes()) fails(random() < 0.3 && fault !== 'EIO' ? 'EINVAL' : 'EIO')
        return file.sync()
      },
      close: () => file.close(),
    }
  }

  const files: FileSystem = {
    ...disk,
    open: async (path, flags, mode) => {
      if (flags === 'r') await onReading()
      else await onWriting()
      return faultyFile(await disk.open(path, flags, mode), flags !== 'r')
    },
    readFile: async (path) => {
      await onReading()
      return disk.readFile(path)
    },
    stat: async (path) => {
      await onReading()
      return disk.stat(path)
    },
    access: async (path, mode) => {
      if ((fault === 'EROFS' || fault === 'EACCES') && strikes()) fails(fault)
      return disk.access(path, mode)
    },
    rename: async (from, to) => {
      await onWriting()
      if (fault === 'rename refused' && strikes()) fails(random() < 0.5 ? 'EPERM' : 'EBUSY')
      return disk.rename(from, to)
    },
    mkdir: async (path) => {
      await onWriting()
      return disk.mkdir(path)
    },
    // Nobody waits in a test for what is tried again.
    pause: async () => undefined,
  }
  return {
    files,
    met: () => met,
    mend: () => {
      isWhole = true
    },
  }
}
