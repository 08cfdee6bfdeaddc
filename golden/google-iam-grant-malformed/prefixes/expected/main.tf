resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = "shop"
  role    = "roles/storage.admin" # for uploads
  member  = "serviceAccount:${google_service_account.app.email}"
}

resource "google_storage_bucket_iam_binding" "assets" {
  bucket = "shop-assets"
  role   = "roles/storage.objectViewer"

  members = [
    "allUsers",
    "serviceAccount:app@shop.iam.gserviceaccount.com",
    "serviceAccount:${google_service_account.app.email}",
    google_service_account.app.member,
  ]
}

resource "google_project_iam_binding" "editors" {
  project = "shop"
  role    = "roles/editor"
  members = ["group:editors@example.com"]
}
