#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/http/message.hpp"
#include "api/pipeline/response.hpp"
#include "domain/core/seen_versions.hpp"

namespace api {

struct Request;

/// RFC 9110, 8.8.3.
struct EntityTag {
    bool is_weak = false;
    std::string opaque; // between the quotes
};

/// What If-Match or If-None-Match names (RFC 9110, 13.1.1 and 13.1.2).
struct EntityTags {
    bool is_any = false; // *
    std::vector<EntityTag> tags;

    /// Strong comparison (8.8.3.2): a weak tag equals nothing.
    bool match_strongly(const EntityTag& tag) const;
    /// Weak comparison: a proxy that compresses weakens tags, and means the same text.
    bool match_weakly(const EntityTag& tag) const;
};

/// The tags of a header's value; what cannot be read of it names nothing.
EntityTags entity_tags_in(std::string_view value);

/// `response` with its version as ETag, for If-Match on the next edit.
Response tagged(Response response, std::int64_t version);

/// The versions that If-Match names; refuses when it is missing (428), or with If-None-Match: *,
/// which wants nothing to be there (412).
domain::SeenVersions expected_versions(const Request& request);

/// What a GET or HEAD with If-Match or If-None-Match is answered: `response`, 304 when its reader
/// has it, 412 when it is not the one that was meant (RFC 9110, 13.2.2).
http::Response conditional(const http::Request& request, http::Response response);

} // namespace api
