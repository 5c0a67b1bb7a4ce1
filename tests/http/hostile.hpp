#pragma once

#include <string>
#include <vector>

namespace tests::http {

struct Hostile {
    std::string name;
    std::string bytes;
    int status;
};

/// What a strict server refuses, with the status it is refused with.
inline std::vector<Hostile> hostile_requests()
{
    using namespace std::string_literals;
    const std::string post = "POST /echo HTTP/1.1\r\nHost: h\r\n";
    const std::string get = "GET /hello HTTP/1.1\r\nHost: h\r\n";
    std::string many = get;
    for (int i = 0; i < 101; ++i)
        many += "X-" + std::to_string(i) + ": v\r\n";
    return {
        {"two lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
        {"two different lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {"listed lengths", post + "Content-Length: 3, 3\r\n\r\nabc", 400},
        {"negative length", post + "Content-Length: -1\r\n\r\n", 400},
        {"signed length", post + "Content-Length: +3\r\n\r\nabc", 400},
        {"alphabetic length", post + "Content-Length: abc\r\n\r\n", 400},
        {"hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc", 400},
        {"empty length", post + "Content-Length:\r\n\r\n", 400},
        {"length beyond 2^64", post + "Content-Length: 18446744073709551617\r\n\r\n", 400},
        {"length of 99 GB", post + "Content-Length: 99999999999\r\n\r\n", 413},
        {"length and coding",
         post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"coding and length",
         post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n", 400},
        {"two codings",
         post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"unknown coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", 400},
        {"coding with junk", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
        {"coding in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"folded header", get + "X: a\r\n b\r\n\r\n", 400},
        {"space before the colon", get + "Content-Length : 3\r\n\r\nabc", 400},
        {"empty header name", get + ": v\r\n\r\n", 400},
        {"header without colon", get + "nonsense\r\n\r\n", 400},
        {"no Host", "GET /hello HTTP/1.1\r\n\r\n", 400},
        {"two Hosts", get + "Host: other\r\n\r\n", 400},
        {"Host with a path", "GET /hello HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
        {"bare LF", "GET /hello HTTP/1.1\nHost: h\n\n", 400},
        {"bare LF in a header", get + "X: a\nY: b\r\n\r\n", 400},
        {"bare CR in a header", get + "X: a\rY: b\r\n\r\n", 400},
        {"NUL in a header", get + "X: a\0b\r\n\r\n"s, 400},
        {"NUL in the path", "GET /hel\0lo HTTP/1.1\r\nHost: h\r\n\r\n"s, 400},
        {"escaped NUL in the path", "GET /items/a%00b HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"escaped NUL in the query", "GET /hello?a=%00 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"half an escape", "GET /items/a%2 HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"wrong escape", "GET /hello?a=%zz HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"not UTF-8", "GET /items/%FF HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"overlong UTF-8", "GET /items/%C0%AF HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"climbing path", "GET /items/../hello HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"escaped climbing path", "GET /items/%2e%2e/hello HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"fragment", "GET /hello#a HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"relative path", "GET hello HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"two spaces", "GET  /hello HTTP/1.1\r\nHost: h\r\n\r\n", 400},
        {"no version", "GET /hello\r\nHost: h\r\n\r\n", 400},
        {"version 9.9", "GET /hello HTTP/9.9\r\nHost: h\r\n\r\n", 400},
        {"version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
        {"101 headers", many + "\r\n", 431},
        {"20 KB header", get + "X: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
        {"20 KB path", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", 431},
        {"chunk size of letters", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        {"negative chunk", post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", 400},
        {"huge chunk", post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n", 413},
        {"chunk without end", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n", 400},
        {"chunk size ended by LF", post + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n", 400},
        {"folded trailer", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n x\r\n\r\n", 400},
        {"trailer without colon", post + "Transfer-Encoding: chunked\r\n\r\n0\r\nabc\r\n\r\n", 400},
        {"trailer without name", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n: x\r\n\r\n", 400},
        {"trailer with a blank in its name",
         post + "Transfer-Encoding: chunked\r\n\r\n0\r\na b: x\r\n\r\n", 400},
        {"two Authorizations", get + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
         400},
        {"two Content-Types", get + "Content-Type: a/b\r\nContent-Type: a/b\r\n\r\n", 400},
        {"two Cookies", get + "Cookie: a=1\r\nCookie: a=2\r\n\r\n", 400},
        {"two Idempotency-Keys", get + "Idempotency-Key: a\r\nidempotency-key: b\r\n\r\n", 400},
        {"two Origins", get + "Origin: http://a\r\nOrigin: http://b\r\n\r\n", 400},
        {"two CSRF tokens", get + "X-CSRF-Token: a\r\nX-CSRF-Token: b\r\n\r\n", 400},
        {"two addresses", get + "X-Real-IP: 192.0.2.1\r\nX-Real-IP: 192.0.2.2\r\n\r\n", 400},
        {"chunks over the limit",
         post + "Transfer-Encoding: chunked\r\n\r\n320\r\n" + std::string(800, 'a') + "\r\n320\r\n",
         413},
    };
}

} // namespace tests::http
