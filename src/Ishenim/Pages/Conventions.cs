using Ishenim.Core.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages;

/// <summary>Who may enter which folder: said once per folder, here. A test holds every route against its table.</summary>
internal static class Conventions
{
    public const string Staff = "staff";
    public const string Readers = "readers";
    public const string Administrator = "administrator";

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Readers, policy => policy.RequireRole(
            nameof(Role.Responsible), nameof(Role.Director), nameof(Role.Chair), nameof(Role.Member), nameof(Role.Executor)));
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(Role.Administrator)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    public static void AddFolders(RazorPagesOptions options)
    {
        var folders = options.Conventions;
        folders.AllowAnonymousToFolder("/Public");
        folders.AddFolderApplicationModelConvention("/Public", PublicForms.ReadByThePageItself);
        folders.AuthorizeFolder("/Desk", Staff);
        folders.AllowAnonymousToFolder("/Desk/Entrance");
        folders.AuthorizeFolder("/Desk/Appeals", Readers);
        folders.AuthorizeFolder("/Admin", Administrator);
        folders.ConfigureFilter(_ => new RefusalFilter());
    }
}
