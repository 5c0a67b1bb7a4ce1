#pragma once

#include <nlohmann/json_fwd.hpp>

#include "invoicing/archive/exported.hpp"
#include "invoicing/series/head.hpp"

/// The entries of manifest.json.
namespace invoicing::archive {

/// A document that is given out, and what of it was damaged and made again.
nlohmann::ordered_json document_view(const Exported& document);

/// One that is not: what its link says, and why where it is damaged.
nlohmann::ordered_json missing_view(const Exported& document);

nlohmann::ordered_json head_view(const series::Head& head);

} // namespace invoicing::archive
