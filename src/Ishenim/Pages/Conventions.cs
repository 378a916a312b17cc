using Ishenim.Core.Commission;
using Ishenim.Core.Staff;
using Ishenim.Pages.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ishenim.Pages;

/// <summary>Who may enter which folder: said once per folder, here. A test holds every route against its table.</summary>
internal static class Conventions
{
    public const string Staff = "staff";
    public const string Readers = "readers";
    public const string Box = "box";
    public const string Opener = "opener";
    public const string Keeper = "keeper";
    public const string Commission = "commission";
    public const string Administrator = "administrator";

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(Staff, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Readers, policy => policy.RequireRole(RoleGroups.Reading.Select(role => role.ToString()))
            .RequireClaim(DeskCookies.Undertaking, DeskCookies.Signed));
        options.AddPolicy(Box, policy => policy.RequireRole(RoleGroups.Usual.Select(role => role.ToString()))
            .RequireClaim(DeskCookies.Undertaking, DeskCookies.Signed));
        options.AddPolicy(Opener, policy => policy.RequireRole(nameof(Role.Responsible)).RequireClaim(DeskCookies.Undertaking, DeskCookies.Signed));
        options.AddPolicy(Keeper, policy => policy.RequireRole(nameof(Role.Responsible), nameof(Role.Director)).RequireClaim(DeskCookies.Undertaking, DeskCookies.Signed));
        options.AddPolicy(Commission, policy => policy.RequireRole(CommissionRights.Seeing.Select(role => role.ToString()))
            .RequireClaim(DeskCookies.Undertaking, DeskCookies.Signed));
        options.AddPolicy(Administrator, policy => policy.RequireRole(nameof(Role.Administrator)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>There are pages only: looking for controllers would load every type of the program at each start.</summary>
    public static void SearchNoControllers(ApplicationPartManager parts)
    {
        foreach (var search in parts.FeatureProviders.OfType<ControllerFeatureProvider>().ToList())
            parts.FeatureProviders.Remove(search);
    }

    public static void AddFolders(RazorPagesOptions options)
    {
        var folders = options.Conventions;
        folders.AllowAnonymousToFolder("/Public");
        folders.AddFolderApplicationModelConvention("/Public", PublicForms.ReadByThePageItself);
        folders.AuthorizeFolder("/Desk", Staff);
        folders.AllowAnonymousToFolder("/Desk/Entrance");
        folders.AuthorizeFolder("/Desk/Appeals", Readers);
        folders.AuthorizeFolder("/Desk/Absence", Readers);
        folders.AuthorizeFolder("/Desk/Archive", Keeper);
        folders.AuthorizeFolder("/Desk/Forwarding", Readers);
        folders.AuthorizeFolder("/Desk/IdentityRequests", Readers);
        folders.AuthorizeFolder("/Desk/Joining", Readers);
        folders.AuthorizeFolder("/Desk/PassingOn", Readers);
        folders.AuthorizeFolder("/Desk/Templates", Keeper);
        folders.AuthorizeFolder("/Desk/RegisterBook", Readers);
        folders.AuthorizeFolder("/Desk/Search", Readers);
        folders.AuthorizeFolder("/Desk/Recusal", Readers);
        folders.AuthorizeFolder("/Desk/Redacting", Readers);
        folders.AuthorizeFolder("/Desk/Urgency", Readers);
        folders.AuthorizeFolder("/Desk/People/Keys", Readers);
        folders.AuthorizeFolder("/Desk/Commission", Commission);
        folders.AuthorizeFolder("/Desk/Boxes", Box);
        folders.AuthorizeFolder("/Desk/Openings", Box);
        folders.AuthorizePage("/Desk/Openings/New", Opener);
        folders.AuthorizeFolder("/Desk/Paper", Opener);
        folders.AddFolderApplicationModelConvention("/Desk/Paper", PublicForms.ReadByThePageItself);
        folders.AuthorizeFolder("/Desk/Slips", Readers);
        folders.AuthorizePage("/Desk/Calendar/Due", Readers);
        folders.AddPageRoute("/Desk/Calendar/Due", "/desk/calendar/due");
        folders.AuthorizePage("/Desk/Calendar/Import", Keeper);
        folders.AuthorizePage("/Desk/Retention/Index", Box);
        folders.AuthorizePage("/Desk/Retention/Act", Box);
        folders.AuthorizePage("/Desk/Retention/Letter", Readers);
        folders.AuthorizeFolder("/Admin", Administrator);
        folders.ConfigureFilter(_ => new RefusalFilter());
    }
}
