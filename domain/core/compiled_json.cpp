#include "domain/core/compiled_json.hpp"

ENTREMISE_JSON()
