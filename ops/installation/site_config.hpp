#pragma once

#include "domain/platform/brand.hpp"
#include "domain/platform/publisher.hpp"
#include "ops/installation/config_reader.hpp"

namespace ops {

/// [site]: the operator's name, mark and colours. Complains of what nobody could read.
void read_site(ConfigReader& read, domain::platform::Brand& brand);

/// What [company] says for the site alone. All of it may be missing: lacking_in() tells.
void read_publisher(ConfigReader& read, domain::platform::Publisher& publisher);

} // namespace ops
