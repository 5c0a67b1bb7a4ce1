#pragma once

#include <string>
#include <string_view>

#include "ops/picture-helper/image.hpp"

struct magic_set;

namespace picture_helper {

struct Reencoded {
    Verdict verdict = Verdict::png; // or jpeg
    std::string bytes;
};

/// As domain::pages::Reencode says; where it refuses, the process ends. `magic` has its data.
Reencoded reencoded(magic_set* magic, std::string_view upload);

} // namespace picture_helper
