#pragma once

#include <gd.h>

#include <memory>

#include "tests/support/trading.hpp"

namespace tests {

/// ben with a published page, and pictures to put on it.
class Publishing : public Trading {
protected:
    static std::string some_picture(bool png, int width = 60, int height = 40)
    {
        const std::unique_ptr<gdImage, decltype(&gdImageDestroy)> image(
            gdImageCreateTrueColor(width, height), &gdImageDestroy);
        gdImageFilledRectangle(image.get(), 0, 0, width / 2, height, 0x2266AA);
        int size = 0;
        const std::unique_ptr<void, decltype(&gdFree)> bytes(
            png ? gdImagePngPtr(image.get(), &size) : gdImageJpegPtr(image.get(), &size, 90),
            &gdFree);
        return {static_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
    }

    Answer upload(const std::string& method, const std::string& path, const std::string& bytes,
                  const Someone& as)
    {
        return call(method, path, bytes,
                    {.bearer = as.bearer, .headers = {{"content-type", "image/png"}}});
    }

    json some_page() const
    {
        return {{"city", "Marseille"},
                {"description", "Retouches et rideaux."},
                {"skills", {"Couture", "Rideaux"}},
                {"is_published", true}};
    }
    std::string page_etag(const Someone& provider)
    {
        return get("/v1/me/page", provider.bearer).header("etag");
    }
    void publish(const Someone& provider)
    {
        expect(200, upload("PUT", "/v1/me/page/photo", some_picture(false), provider));
        expect(200, put("/v1/me/page", some_page(), provider.bearer, page_etag(provider)));
    }
    json given_a_service(const Someone& provider, const std::string& title,
                         const std::string& city = "Marseille", const json& more = json::object())
    {
        json service = {{"title", title}, {"description", "Soigné."}, {"city", city}};
        service.update(more);
        return expect(201, post("/v1/services", service, provider.bearer));
    }
    Answer page_of(const Someone& provider) { return get("/v1/providers/" + provider.id.text()); }
};

} // namespace tests
