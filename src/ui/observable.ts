/** A value outside React that screens can draw and keys can change between two frames. */
export interface Observable<Value> {
  get: () => Value;
  /** Calls back after each change; gives the way to stop that. */
  subscribe: (listener: () => void) => () => void;
}

export interface Store<State, Action> extends Observable<State> {
  dispatch: (action: Action) => void;
}

export interface Variable<Value> extends Observable<Value> {
  set: (value: Value) => void;
}

export function createVariable<Value>(initial: Value): Variable<Value> {
  const listeners = new Set<() => void>();
  let value = initial;

  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The same value, but what changes while it is not steady is told when it is steady again. */
export function whileSteady<Value>(source: Observable<Value>, steady: Observable<boolean>): Observable<Value> {
  let told = source.get();
  return {
    get: () => {
      if (steady.get()) told = source.get();
      return told;
    },
    subscribe: (listener) => {
      const tell = () => steady.get() && listener();
      const stops = [source.subscribe(tell), steady.subscribe(tell)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

/**
 * State with its rules. Several keys can arrive in one chunk, before React has
 * drawn the first of them: each must see what the one before has done.
 */
export function createStore<State, Action>(reduce: (state: State, action: Action) => State, initial: State): Store<State, Action> {
  const { get, set, subscribe } = createVariable(initial);
  return { get, subscribe, dispatch: (action) => set(reduce(get(), action)) };
}
