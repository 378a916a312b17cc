using Ishenim.Sealing;

namespace Ishenim.Core.Appeals.Unsealing;

/// <summary>For who goes through many letters: one whose keys or facts somebody changed beneath does not keep the others.</summary>
internal static class Unbroken
{
    /// <returns>What the work makes; <paramref name="otherwise"/> where a seal is broken.</returns>
    public static T Or<T>(T otherwise, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SealBrokenException)
        {
            return otherwise;
        }
    }

    /// <inheritdoc cref="Or{T}"/>
    public static async Task<T> OrAsync<T>(T otherwise, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SealBrokenException)
        {
            return otherwise;
        }
    }
}
