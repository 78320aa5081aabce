@echo off
rem Starts Maven for Larder: an installed one of 3.8.1 or newer where there is one, else Apache's own archive,
rem checked against its SHA-512. The work is done in packaging\mvnw.ps1 so that quoting stays simple.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0packaging\mvnw.ps1" %*
exit /b %ERRORLEVEL%
