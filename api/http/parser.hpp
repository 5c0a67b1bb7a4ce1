#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "api/http/chunks.hpp"
#include "api/http/head.hpp"

namespace api::http {

/// The requests of one connection, read off its bytes one after the other, however the bytes
/// are cut. No I/O, no clock; after a trouble nothing more can be read.
class Parser {
public:
    enum class Step : std::uint8_t {
        more,    // everything was consumed, more is needed
        head,    // a head is there: call allow_body() and go on
        request, // the request is complete: take_head()
        trouble,
    };

    /// Consumes from the front of `input` until there is something to say.
    Step read(std::string_view& input);

    /// After Step::head: how large the body may be.
    void allow_body(std::size_t body_max) { body_max_ = body_max; }

    Head& head() { return head_; }
    Head take_head();
    Trouble trouble() const { return trouble_; }

    /// Its head is there: also when its body was the trouble.
    bool has_head() const { return has_head_; }

    /// Nothing of a next request has arrived.
    bool is_between_requests() const { return place_ == Place::head && start_.empty(); }
    bool is_in_body() const { return place_ != Place::head; }

private:
    enum class Place : std::uint8_t { head, body, chunks, refused };

    Step read_start(std::string_view& input);
    Step read_more_of_start(std::string_view& input);
    Step understand(std::string_view bytes);
    Step read_body(std::string_view& input);
    Step read_chunks(std::string_view& input);
    Step refuse(Trouble why);

    Place place_ = Place::head;
    Trouble trouble_ = Trouble::malformed;
    std::string start_; // of a head that is not complete yet
    Head head_;
    bool has_head_ = false;
    Chunks chunks_;
    std::size_t body_max_ = 0;
};

} // namespace api::http
