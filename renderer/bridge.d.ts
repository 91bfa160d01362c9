import type { Bridge } from '#shared/ipc/bridge'

declare global {
  /** Put there by the preload script: all that this page has of the machine. */
  var wardwright: Bridge
}
