#pragma once

#include <map>
#include <string>

#include "api/site/frame/site.hpp"
#include "domain/platform/platform.hpp"

namespace ops {

/// What the web site is made from: the files in this binary, the operator's own sentences and
/// brand. `operators` are texts by path ("site/home.json"), as PolicyFolder has them.
api::site::frame::Material
site_material(const std::map<std::string, std::string, std::less<>>& operators,
              const domain::Platform& platform);

} // namespace ops
