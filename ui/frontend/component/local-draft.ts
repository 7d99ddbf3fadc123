/**
 * Keeps what is typed into the watched fields in this browser until the server has it, so that a lost connection or
 * an expired session loses nothing. When a page opens and finds something kept, it offers it back.
 */
type Kept = { at: number; values: Record<string, string | boolean> };
type Texts = { found: string; restore: string; discard: string; kept: string };

const PREFIX = 'minqing.draft.';
const DAYS = 7;

class MinqingLocalDraft extends HTMLElement {
  private key = '';
  private texts: Texts = { found: '这台设备上有 {0} 没交上去的内容', restore: '填回来', discard: '不要了', kept: '已存在这台设备上 {0}' };
  private fields = new Map<string, any>();
  private listeners = new Map<string, () => void>();
  private asked = false;
  private timer = 0;

  connectedCallback() {
    this.setAttribute('role', 'status');
    sweep();
  }

  disconnectedCallback() {
    this.flush();
  }

  init(key: string, texts: Texts) {
    this.key = PREFIX + key;
    this.texts = texts;
  }

  watch(name: string, field: any) {
    this.unwatch(name);
    const changed = () => {
      if (field.isConnected) {
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.flush(), 400);
      }
    };
    const events = ['input', 'change', 'checked-changed'];
    events.forEach((e) => field.addEventListener(e, changed));
    this.fields.set(name, field);
    this.listeners.set(name, () => events.forEach((e) => field.removeEventListener(e, changed)));
    if (!this.asked) {
      this.asked = true;
      window.setTimeout(() => this.offer());
    }
  }

  unwatch(name: string) {
    this.listeners.get(name)?.();
    this.listeners.delete(name);
    this.fields.delete(name);
  }

  clear() {
    window.clearTimeout(this.timer);
    this.timer = 0;
    forget(this.key);
    this.replaceChildren();
  }

  private flush() {
    if (!this.timer) {
      return;
    }
    window.clearTimeout(this.timer);
    this.timer = 0;
    const values: Kept['values'] = { ...(read(this.key)?.values ?? {}) };
    this.fields.forEach((field, name) => {
      const value = valueOf(field);
      if (value !== undefined) {
        values[name] = value;
      }
    });
    try {
      localStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values }));
    } catch {
      return; // full or forbidden: the server's draft remains
    }
    const note = document.createElement('span');
    note.className = 'saved-note';
    note.textContent = this.texts.kept.replace('{0}', clock(Date.now()));
    this.replaceChildren(note);
  }

  private offer() {
    const kept = read(this.key);
    const news = Object.entries(kept?.values ?? {}).filter(([name, value]) => {
      const field = this.fields.get(name);
      return field && value !== '' && value !== valueOf(field);
    });
    if (!kept || !news.length) {
      forget(this.key);
      return;
    }
    const box = document.createElement('div');
    box.className = 'restore-note';
    const text = document.createElement('span');
    text.textContent = this.texts.found.replace('{0}', clock(kept.at));
    const button = (label: string, theme: string, run: () => void) => {
      const b = document.createElement('vaadin-button');
      b.textContent = label;
      b.setAttribute('theme', theme);
      b.addEventListener('click', run);
      return b;
    };
    box.append(
      text,
      button(this.texts.restore, 'primary', () => {
        this.replaceChildren();
        news.forEach(([name, value]) => put(this.fields.get(name), value));
        this.dispatchEvent(new CustomEvent('draft-restored', { detail: { json: JSON.stringify(Object.fromEntries(news)) } }));
      }),
      button(this.texts.discard, 'tertiary', () => {
        this.clear();
        this.dispatchEvent(new CustomEvent('draft-discarded'));
      })
    );
    this.replaceChildren(box);
  }
}

function valueOf(field: any): string | boolean | undefined {
  if (typeof field.checked === 'boolean') {
    return field.checked;
  }
  // What is being typed is in the inner input before the field's own value has followed.
  const inner = field.inputElement?.value;
  return field.localName === 'vaadin-date-picker' || inner === undefined ? field.value : inner;
}

function put(field: any, value: string | boolean) {
  if (typeof value === 'boolean') {
    field.checked = value;
  } else {
    field.value = value;
  }
  field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function forget(key: string) {
  try {
    localStorage.removeItem(key);
  } catch {
    // storage is forbidden, then nothing was kept
  }
}

function clock(at: number) {
  const d = new Date(at);
  const time = d.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  return d.toDateString() === new Date().toDateString() ? time : `${d.getMonth() + 1}月${d.getDate()}日 ${time}`;
}

function kept() {
  try {
    return Object.keys(localStorage).filter((k) => k.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** A device may be shared: nothing stays longer than a week. */
function sweep() {
  kept()
    .filter((k) => (read(k)?.at ?? 0) < Date.now() - DAYS * 86_400_000)
    .forEach(forget);
}

(window as any).minqingForgetDrafts = () => kept().forEach(forget);

customElements.define('minqing-local-draft', MinqingLocalDraft);

export {};
