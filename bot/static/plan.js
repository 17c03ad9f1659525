// The sheet on which a draft is gone through: joins its parts, then shows the draft.

import "./plan_head.js";
import "./plan_rows.js";
import "./plan_several.js";
import "./plan_indicators.js";
import "./plan_leftovers.js";
import "./plan_end.js";
import { load } from "./plan_draft.js";

load();
