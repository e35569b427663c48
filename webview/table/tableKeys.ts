/** What the keyboard does with the rows. */
export interface RowKeys {
  /** The rows' buttons as they stand, from top to bottom. */
  buttons(): readonly HTMLButtonElement[];
  isOpen(index: number): boolean;
  toggle(index: number): void;
  /** Closes what is open and gives the focus back to its row. */
  close(): void;
}

/**
 * Rows are one stop of the Tab key. Up, Down, Home and End move between them, Right opens, Left closes; Enter and Space are
 * the button's own. Escape closes from anywhere in the open detail.
 */
export function handleRowKeys(table: HTMLElement, { buttons, isOpen, toggle, close }: RowKeys): void {
  table.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      close();
      return;
    }
    const rows = buttons();
    const index = rows.findIndex((button) => button === event.target);
    if (index === -1) return;
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      focusRow(rows, Math.min(rows.length - 1, Math.max(0, next)));
    } else if ((event.key === 'ArrowRight' && !isOpen(index)) || (event.key === 'ArrowLeft' && isOpen(index))) {
      event.preventDefault();
      toggle(index);
    }
  });
  table.addEventListener('focusin', (event) => {
    const rows = buttons();
    const index = rows.findIndex((button) => button === event.target);
    if (index !== -1) makeOnlyStop(rows, index);
  });
}

export function focusRow(buttons: readonly HTMLButtonElement[], index: number): void {
  makeOnlyStop(buttons, index);
  buttons[index]?.focus();
}

/** Exactly one of the rows can be reached by Tab. */
export function makeOnlyStop(buttons: readonly HTMLButtonElement[], index: number): void {
  buttons.forEach((button, at) => {
    button.tabIndex = at === index ? 0 : -1;
  });
}
