namespace Ishenim.Pages.Desk.Entrance;

/// <summary>
/// What was typed survives an ended session: a form posted without one is answered by the sign-in page, which carries
/// the fields in itself and, after the sign-in, offers to send them again. Nothing is stored on the server.
/// </summary>
/// <remarks>
/// Only forms from our own pages are kept: otherwise a stranger's page could post a form here, and the person, after
/// signing in, would send it on with a good anti-forgery token.
/// </remarks>
internal sealed class TypedKept(RequestDelegate next)
{
    private const long MostBytes = 1024 * 1024;
    private const string Wanted = "typed-kept";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!context.Items.ContainsKey(Wanted))
            return;
        context.Items[typeof(TypedForm)] = TypedForm.Of(context.Request.PathBase + context.Request.Path + context.Request.QueryString, await context.Request.ReadFormAsync());
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
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || request.ContentLength is not <= MostBytes)
            return false;
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Items[Wanted] = true;
        return true;
    }

    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
        ? site == "same-origin"
        : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value;

    private static QueryString Language(HttpRequest request) =>
        request.Query.TryGetValue("lang", out var language) ? QueryString.Create("lang", language.ToString()) : QueryString.Empty;
}
