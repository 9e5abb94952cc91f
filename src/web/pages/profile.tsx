export default function Stub() { return <div className="wrap"><h1>profile</h1></div> }
