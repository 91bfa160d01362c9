import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CompareState } from './compare'
import type { Desk } from './desk'
import type { OpenDocument } from './document-store'
import type { FilesState } from './files-store'
import type { LiveState } from './live'
import type { SimulationState } from './simulation'
import type { ViewState } from './view-store'

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === undefined) throw new Error('used outside of the app')
  return desk
}

/** The open document, or undefined on the start page. */
export function useOpen(): OpenDocument | undefined {
  return useStore(useDesk().documents, ({ open }) => open)
}

export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(useDesk().view, select)
}

export function useFiles<T>(select: (files: FilesState) => T): T {
  return useStore(useDesk().files, select)
}

export function useLive<T>(select: (live: LiveState) => T): T {
  return useStore(useDesk().live, select)
}

export function useCompare<T>(select: (compare: CompareState) => T): T {
  return useStore(useDesk().compare.store, select)
}

export function useSimulation<T>(select: (simulation: SimulationState) => T): T {
  return useStore(useDesk().simulation.store, select)
}
