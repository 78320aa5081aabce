# The Windows half of mvnw: see mvnw beside pom.xml for the rules.
$ErrorActionPreference = 'Stop'
$version = '3.9.11'
$sha512 = '03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076'
Set-Location (Split-Path $PSScriptRoot -Parent)

$installed = Get-Command mvn -ErrorAction SilentlyContinue
if ($installed) {
    $line = (& mvn -v 2>$null | Select-String 'Apache Maven ([0-9.]+)' | Select-Object -First 1)
    if ($line -and [version]$line.Matches[0].Groups[1].Value.TrimEnd('.') -ge [version]'3.8.1') {
        & mvn @args
        exit $LASTEXITCODE
    }
}
$mavenHome = Join-Path $HOME ".m2\larder-maven\apache-maven-$version"
if (-not (Test-Path "$mavenHome\bin\mvn.cmd")) {
    $base = if ($env:MAVEN_ARCHIVE) { $env:MAVEN_ARCHIVE } else { "https://archive.apache.org/dist/maven/maven-3/$version/binaries" }
    $name = "apache-maven-$version-bin.zip"
    $work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
    New-Item -ItemType Directory $work | Out-Null
    Write-Host "No Maven 3.8.1 or newer found; fetching Apache Maven $version once."
    Invoke-WebRequest "$base/$name" -OutFile (Join-Path $work $name)
    $want = if ($env:MAVEN_ARCHIVE_SHA512) { $env:MAVEN_ARCHIVE_SHA512 } else { $sha512 }
    $got = (Get-FileHash "$work\$name" -Algorithm SHA512).Hash
    if ($want -ne $got) { throw 'The Maven archive does not match its checksum; nothing was installed.' }
    Expand-Archive "$work\$name" $work
    New-Item -ItemType Directory -Force (Split-Path $mavenHome -Parent) | Out-Null
    Move-Item "$work\apache-maven-$version" $mavenHome
    Remove-Item -Recurse -Force $work
}
& "$mavenHome\bin\mvn.cmd" @args
exit $LASTEXITCODE
