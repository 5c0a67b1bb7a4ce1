#include "api/operations.hpp"
#include "api/route.hpp"

namespace api {

const std::vector<Route>& routes()
{
    static const auto all = [] {
        std::vector<Route> table;
        for (auto part : {
                 operation_routes,
             }) {
            for (auto& route : part())
                table.push_back(route);
        }
        return table;
    }();
    return all;
}

} // namespace api
