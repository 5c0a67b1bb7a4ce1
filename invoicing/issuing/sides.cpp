#include "invoicing/issuing/sides.hpp"

namespace invoicing::issuing {

namespace {

struct Belonging {
    std::string_view beginning;
    Side side;
};
constexpr Belonging belongings[] = {{"provider.", Side::provider},
                                    {"mandate", Side::provider},
                                    {"client.", Side::client},
                                    {"lines", Side::offer}};

} // namespace

Side side_of(std::string_view field)
{
    for (const auto& [beginning, side] : belongings) {
        if (field.starts_with(beginning)) return side;
    }
    return Side::us;
}

} // namespace invoicing::issuing
