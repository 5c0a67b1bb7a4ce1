// What users of the server are told.

#include <mutex>

#include "tests/http/world.hpp"

namespace tests::http {
namespace {

using api::http::Request;
using api::http::Response;
using api::http::Trouble;

TEST(Observers, WordEveryRefusalAndSeeEveryAnswer)
{
    patient_world();
    std::mutex mutex;
    std::vector<std::string> seen;
    auto options = impatient();
    options.on_trouble = [](Trouble trouble, const Request* request) {
        if (trouble == Trouble::not_found) throw 42;
        const std::string about = request != nullptr ? request->path : "nothing";
        return Response{418, {{"x-about", about}}, ""};
    };
    options.on_answered = [&](const Request& request, const Response& response, auto) {
        const std::scoped_lock lock(mutex);
        seen.push_back(request.method + " " + std::string(request.route) + " " +
                       std::to_string(response.status));
        throw 42;
    };
    World world(options);

    Client ana(world.server.port());
    EXPECT_EQ(ana.get("/items/7").body, "7");
    EXPECT_EQ(ana.get("/slow/7").body, "7");
    EXPECT_EQ(ana.get("/throws-int").header("x-about"), "/throws-int");
    EXPECT_EQ(ana.get("/nowhere").body, "Not Found\n");
    ana.send("DELETE /items/7 HTTP/1.1\r\nHost: h\r\n\r\n");
    const Answer refused = ana.read_answer();
    EXPECT_EQ(refused.header("x-about"), "/items/7");
    EXPECT_EQ(refused.header("allow"), "GET, HEAD, OPTIONS, PUT");
    ana.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n");
    EXPECT_EQ(ana.read_answer().header("x-about"), "/echo");
    Client eve(world.server.port());
    eve.send("nonsense\r\n\r\n");
    EXPECT_EQ(eve.read_answer().header("x-about"), "nothing");

    world.server.drain(std::chrono::seconds(5));
    const std::vector<std::string> expected{"GET /items/:id 200",
                                            "GET /slow/:id 200",
                                            "GET /throws-int 418",
                                            "GET  404",
                                            "DELETE  418",
                                            "POST /echo 418",
                                            "  418"};
    EXPECT_EQ(seen, expected);
}

} // namespace
} // namespace tests::http
