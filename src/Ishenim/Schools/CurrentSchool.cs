using Ishenim.Core.Schools;

namespace Ishenim.Schools;

/// <summary>The school that the request's address names. Scoped to the request.</summary>
public sealed class CurrentSchool
{
    private School? _school;

    /// <exception cref="InvalidOperationException">A page that is only mapped for schools ran without one.</exception>
    public School School
    {
        get => _school ?? throw new InvalidOperationException("The request is for no school.");
        internal set => _school = value;
    }

    public bool IsKnown => _school is not null;
}
