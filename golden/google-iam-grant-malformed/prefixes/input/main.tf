resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = "shop"
  role    = "storage.admin" # for uploads
  member  = google_service_account.app.email
}

resource "google_storage_bucket_iam_binding" "assets" {
  bucket = "shop-assets"
  role   = "roles/storage.objectViewer"

  members = [
    "allUsers",
    "app@shop.iam.gserviceaccount.com",
    google_service_account.app.email,
    google_service_account.app.member,
  ]
}

resource "google_project_iam_binding" "editors" {
  project = "shop"
  role    = "editor"
  members = ["group:editors@example.com"]
}
