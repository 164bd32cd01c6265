/** Keeps a document's look as the settings say. */
import { useEffect, useState } from 'react'
import { applyLook, followSystemTheme, shownTheme, systemIsDark } from './theme'
import { useApp } from './window-context'

export function useLook(document: Document | null): void {
  const settings = useApp((state) => state.settings)
  const [isDark, setIsDark] = useState(() => systemIsDark(window))
  useEffect(() => followSystemTheme(window, setIsDark), [])
  useEffect(() => {
    if (document) applyLook(document, settings, shownTheme(settings.theme, isDark))
  }, [document, settings, isDark])
}
