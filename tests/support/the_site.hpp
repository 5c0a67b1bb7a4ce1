#pragma once

#include "ops/assets/site.hpp"

namespace tests {

/// The web site with the product's own words and look. Made once in a program, since that takes a
/// moment; what it has kept of another test's market is dropped.
inline api::site::frame::Site& the_site()
{
    static const domain::Platform platform{};
    static api::site::frame::Site site(ops::site_material({}, platform));
    site.cache().clear();
    return site;
}

} // namespace tests
