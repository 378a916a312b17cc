using Ishenim.Pages.Desk.Redacting;
using Ishenim.Pages.Public.Forms;
using Ishenim.Schools;
using Microsoft.AspNetCore.Http.Features;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>
/// What was typed survives an ended session: a form posted without one is answered by the sign-in page, which carries
/// the fields in itself and, after the sign-in, offers to send them again. Nothing is stored on the server.
/// </summary>
/// <remarks>
/// Files are not carried: who sent them is told to choose them again.
/// Only forms from our own pages are kept: otherwise a stranger's page could post a form here, and the person, after
/// signing in, would send it on with a good anti-forgery token.
/// </remarks>
internal sealed class TypedKept(RequestDelegate next)
{
    private const int MostBytes = 1024 * 1024;
    private const int MostPairs = 1000;
    private const string Wanted = "typed-kept";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!context.Items.ContainsKey(Wanted))
            return;
        context.Items[typeof(TypedForm)] = await ReadAsync(context.Request);
        context.Items.Remove(Wanted);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (HttpMethods.Get, "/desk/login", Language(context.Request));
        await next(context);
    }

    /// <summary>Whether the sign-in page shall answer this request; it then does, with status 401.</summary>
    public static bool TryKeep(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments("/desk", StringComparison.Ordinal) || !IsFromHere(request)
            || !(IsPairs(request) ? request.ContentLength is <= MostBytes : IsParts(request) && AllowFiles(context)))
            return false;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Items[Wanted] = true;
        return true;
    }

    private static async Task<TypedForm?> ReadAsync(HttpRequest request)
    {
        var fields = IsPairs(request) ? await PairsAsync(request) : await TypedParts.ReadAsync(request, MostBytes);
        return fields is null ? null : TypedForm.Of(request.PathBase + request.Path + request.QueryString, fields);
    }

    /// <summary>Null where there are more fields than the sign-in page could send on.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<string, string>>?> PairsAsync(HttpRequest request)
    {
        var form = await new FormFeature(request, new FormOptions { ValueCountLimit = RedactModel.MostValues }).ReadFormAsync(request.HttpContext.RequestAborted);
        var pairs = TypedForm.Pairs(form).ToList();
        return pairs.Count <= MostPairs ? pairs : null;
    }

    private static bool IsPairs(HttpRequest request) => IsOf(request, "application/x-www-form-urlencoded");

    private static bool IsParts(HttpRequest request) => IsOf(request, "multipart/form-data");

    private static bool IsOf(HttpRequest request, string type) => request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>As many bytes are read past as the school takes from whoever is signed in.</summary>
    private static bool AllowFiles(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<CurrentSchool>() is not { IsKnown: true } school)
            return false;
        var limits = FormLimits.Of(school.School);
        if (context.Request.ContentLength is not { } length || length > limits.Bytes)
            return false;
        limits.Allow(context);
        return true;
    }

    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;

    private static QueryString Language(HttpRequest request) =>
        request.Query.TryGetValue("lang", out var language) ? QueryString.Create("lang", language.ToString()) : QueryString.Empty;
}
