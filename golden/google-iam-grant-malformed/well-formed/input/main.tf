variable "members" {
  type = list(string)
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_custom_role" "reader" {
  role_id     = "reader"
  title       = "Reader"
  permissions = ["storage.objects.get"]
}

resource "google_project_iam_member" "app" {
  for_each = toset(["roles/storage.admin", "roles/logging.logWriter"])
  project  = "shop"
  role     = each.key
  member   = "serviceAccount:${google_service_account.app.email}"
}

resource "google_project_iam_member" "pool" {
  project = "shop"
  role    = google_project_iam_custom_role.reader.id
  member  = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*"
}

resource "google_project_iam_binding" "viewers" {
  project = "shop"
  role    = "organizations/123456789/roles/viewer"
  members = concat(var.members, ["domain:example.com"])
}
