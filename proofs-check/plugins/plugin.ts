import type { Activation } from '../../theory/activations/activation.js';
import type { Initialization } from '../../theory/initializations/initialization.js';
import type { VectorInitialization } from '../../theory/initializations/several/vector-initialization.js';
import type { Claim } from '../claim.js';

/** What a file outside the package adds to the suite: the default export of the file that `--plugin` names. */
export interface Plugin {
  readonly claims?: readonly Claim[];
  /** Laws of (W, B) in one input. */
  readonly initializations?: readonly Initialization[];
  /** Laws of (W, B) in every number of inputs. */
  readonly vectorInitializations?: readonly VectorInitialization[];
  readonly activations?: readonly Activation[];
}

/** The plugin itself; it gives the parts their types. Everything is checked when the plugin is loaded. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;

/** A plugin that cannot be used; the message names the file, what is wrong and what was expected. */
export class PluginError extends Error {}
