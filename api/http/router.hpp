#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/http/message.hpp"

namespace api::http {

/// Routes as a tree of path segments. A literal segment goes before a captured one; a path
/// that several patterns fit is answered by the first that has the method.
class Router {
public:
    struct Match {
        const Route* route = nullptr; // nothing: no such path, or not this method
        std::vector<std::pair<std::string, std::string>> captured;
        std::string allow; // "GET, HEAD, OPTIONS" when the path is known, else ""
    };

    /// A pattern given twice for one method is a Bug.
    Router(std::vector<Route> routes, bool ignore_case, bool ignore_trailing_slash);

    const std::vector<Route>& routes() const { return routes_; }

    /// `path` is raw and was checked by read_target(). HEAD finds the route of GET.
    Match find(std::string_view method, std::string_view path) const;

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
        std::unique_ptr<Node> captured;
        std::vector<const Route*> routes;
    };
    struct Search {
        std::string_view method;
        std::vector<std::string> values;
        const Route* found = nullptr;
        std::vector<std::string_view> methods; // of all patterns that fit the path
    };

    void insert(const Route& route);
    void visit(const Node& node, std::string_view rest, Search& search) const;

    std::vector<Route> routes_;
    Node root_;
    bool ignore_case_;
    bool ignore_trailing_slash_;
};

} // namespace api::http
